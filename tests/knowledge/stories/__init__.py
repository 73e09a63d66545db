"""Reading stories: pages, files, tables, web pages, and what is refused."""
