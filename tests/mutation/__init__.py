"""``make mutate``: break the code in one place at a time, and see whether a test notices.

A *mutant* is the library with one comparison, operator, constant, returned value or call changed. No file is
touched: the mutant is compiled from the changed syntax tree while a child process imports it. Each mutant
runs the tests of its room that ran the changed line, quickest first, under a clock.
"""
