"""What a process needs to host services: who holds the data, threads, a web server, metrics."""
