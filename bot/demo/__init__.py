"""What `storyline demo` starts beside the sandbox."""
