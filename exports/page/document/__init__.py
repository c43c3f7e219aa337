"""A notebook, read into a document of typed blocks: what a page can carry is kept, and nothing else."""
