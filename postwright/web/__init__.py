"""The app's HTTP routes for the editor: lint, save and what can be done about a finding, each under a signed token."""
