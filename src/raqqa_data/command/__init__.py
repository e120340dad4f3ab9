"""The command `raqqa-data`: what each of its commands does, and how it speaks."""
