"""Pages and papers: a form as a web page to practise on, as a printed test with its key, or as Markdown."""
