package dev.kindling.diagnosis;

import java.util.List;

/** A diagnosis, or a preflight, for people. */
final class DiagnosisText {

    /** More of the same is in the JSON. */
    private static final int CLUES = 3;

    private DiagnosisText() {}

    static String of(Diagnosis diagnosis) {
        var text = findings(diagnosis.subject(), diagnosis.findings());
        diagnosis.notKnown().forEach(gap -> text.append("\nnot known: ").append(gap));
        return text.toString();
    }

    static String of(Preflight preflight) {
        var text = findings("preflight of " + preflight.subject(), preflight.findings());
        text.append(preflight.findings().isEmpty() ? "" : "\n");
        text.append("\nchecked: ").append(String.join(", ", preflight.checked()));
        preflight.notChecked().forEach(gap -> text.append("\nnot checked: ").append(gap));
        preflight.notKnown().forEach(gap -> text.append("\nnot known: ").append(gap));
        return text.toString();
    }

    private static StringBuilder findings(String subject, List<Finding> findings) {
        var text = new StringBuilder(subject).append(": ").append(summary(findings));
        for (int i = 0; i < findings.size(); i++) {
            append(text, i + 1, findings.get(i));
        }
        return text;
    }

    private static String summary(List<Finding> findings) {
        return switch (findings.size()) {
            case 0 -> "no problem found";
            case 1 -> "1 problem";
            default -> findings.size() + " problems, the likeliest cause first";
        };
    }

    private static void append(StringBuilder text, int number, Finding finding) {
        text.append("\n\n").append(number).append(". ").append(finding.what());
        text.append("\n   ").append(finding.isCertain() ? "certain" : "probable");
        text.append(finding.waitingHelps() ? "; waiting may help" : "; waiting does not help");
        finding.evidence().stream().limit(CLUES).forEach(each -> line(text, "seen", each.toString()));
        line(text, "why ", finding.why());
        line(text, "do  ", finding.change().code());
        line(text, "or  ", finding.change().key());
    }

    private static void line(StringBuilder text, String label, String what) {
        if (!what.isEmpty()) {
            text.append("\n   ").append(label).append(' ').append(what.strip().replace("\n", "\n        "));
        }
    }
}
