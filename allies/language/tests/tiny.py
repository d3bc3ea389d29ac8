"""A model that one can work out by hand (`model.tsv`)."""

TINY = "\n".join(
    [
        "# a comment",
        "BIAS\t-50\t-50\t-50",
        "SIDES\t0\t0\t0\t0\t0\t0\t-50",
        "THRESHOLDS\t500\t500\t500",
        "TRIED\t300\t300\t100",
        "DOUBTS\t100\t40\t40\t20",
        "smoke\t100\t\t-150\t-50\t150\t\t\t50",
        "shame\t\t\t125\t\t\t\t\t\t\t75",
        "smoke rise\t75",
        "not smoke\t-200",
        "smoke _ KID\t25",
    ]
)
