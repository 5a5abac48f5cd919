"""What moderators write (YAML beside this file) and the care that keeps it sound."""
