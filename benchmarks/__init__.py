"""Measurements against the bars: `python -m benchmarks NAME`."""
