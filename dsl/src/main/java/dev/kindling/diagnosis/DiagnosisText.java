package dev.kindling.diagnosis;

import java.util.List;

/** A diagnosis for people. */
final class DiagnosisText {

    /** More of the same is in the JSON. */
    private static final int CLUES = 3;

    private DiagnosisText() {}

    static String of(Diagnosis diagnosis) {
        var text = new StringBuilder(diagnosis.subject()).append(": ").append(summary(diagnosis.findings()));
        for (int i = 0; i < diagnosis.findings().size(); i++) {
            append(text, i + 1, diagnosis.findings().get(i));
        }
        diagnosis.notKnown().forEach(gap -> text.append("\nnot known: ").append(gap));
        return text.toString();
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
