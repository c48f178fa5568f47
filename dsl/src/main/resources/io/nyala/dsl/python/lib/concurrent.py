"""Work done side by side: concurrent.futures."""
