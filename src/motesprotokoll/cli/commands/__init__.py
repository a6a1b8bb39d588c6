"""The commands, one module each, imported when it is the one that was typed.

A module has two functions: ``add(to, t)`` gives the parser *to* its arguments, with help in the language of
*t*, and ``run(arguments)`` does the work and returns the exit status.
"""

COMMANDS = {
    "convert": "läs ett dokument och skriv det i ett annat format",
    "show": "visa vad ett dokument innehåller",
    "check": "granska dokument",
    "compare": "säg vad som skiljer två versioner av ett dokument",
    "redact": "gör den version av ett dokument som får publiceras",
    "decisions": "lista beslut, och bekräfta eller förkasta dem",
    "actions": "lista åtgärder som är öppna, och avsluta dem",
    "search": "sök i många dokument",
    "report": "gör en rapport om ett organs år",
    "agenda": "gör nästa dagordning, med det som är öppet",
    "plan": "föreslå nästa års mötesdagar, med skäl",
    "calendar": "gör en kalender av mötesdagar, och säg vad som har ändrats",
    "formats": "lista format som kan läsas och skrivas",
    "schema": "skriv ut JSON-schemat för sparade möten",
    "templates": "kopiera ut HTML-mallarna för att ändra dem",
}
"""Each command's name, which is its module's too, and what it does; in the order of the help."""
