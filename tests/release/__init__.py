"""What a release is checked by: the public names as text (`api`), and what it is made of (`sbom`)."""
