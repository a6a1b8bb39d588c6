"""What runs in the child process: a PDF document comes in by a pipe, words and their places go out as JSON.

pdfium is a large program in C++ that reads whatever somebody sends. So it works in a process of its own that
may be killed, with a ceiling on its memory, that can open no file and no socket, and gives nothing but JSON
and the text of one attachment.

In that process this package stands alone, as ``child``, with nothing else of ours: it starts in a fraction of
the time. So its modules import each other by relative names, and little from elsewhere.
"""
