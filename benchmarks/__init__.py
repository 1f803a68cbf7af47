"""Speed of the package beside other tools, on the same articles in the same run: `python -m benchmarks`."""
