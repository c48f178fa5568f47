"""The one part of scikit-learn that notebooks on networks need: splitting data."""
