package dev.kindling.shell.applications;

import picocli.CommandLine.Option;

/** {@code -o}. */
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private OutputFormat format = OutputFormat.TABLE;

    OutputFormat format() {
        return format;
    }

    boolean isTable() {
        return format == OutputFormat.TABLE;
    }

    /** A value as a document for programs. */
    String document(Object value) {
        return format == OutputFormat.JSON ? Documents.json(value) : Documents.yaml(value);
    }

    /** A value as one of many documents. */
    String streamed(Object value) {
        return format == OutputFormat.JSON ? Documents.jsonLine(value) : "---\n" + Documents.yaml(value);
    }
}
