"""What `planner` does on a command line: one module per errand.

Other rooms are opened inside the function that needs them, so that every command starts quickly.
"""
