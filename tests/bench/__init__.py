"""``make bench``: what the library costs, beside what it is compared with, in one run on one machine.

Each section is a module with a ``main``. They print and never fail; what must hold is held by the tests.
"""
