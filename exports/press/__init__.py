"""From a notebook to PDF and HTML, and the exporters that nbconvert finds by name."""
