"""The painted charts of the history page, the table behind them and their words."""
