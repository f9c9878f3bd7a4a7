package dev.kindling.shell.applications;

import dev.kindling.run.SparkManifest;
import dev.kindling.shell.terminal.Terminal;
import picocli.CommandLine.Option;

/** {@code -o} of what is a manifest anyway. */
final class ManifestFormat {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "yaml",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Format format = Format.yaml;

    /** The manifest, and its warnings for the person who reads. */
    void print(SparkManifest manifest, Terminal terminal) {
        manifest.warnings().forEach(warning -> terminal.err().println("warning: " + warning));
        terminal.out()
                .println(
                        format == Format.json
                                ? Documents.jsonOf(manifest.toYaml())
                                : manifest.toYaml().stripTrailing());
    }

    /** As it is written on the command line. */
    private enum Format {
        yaml,
        json
    }
}
