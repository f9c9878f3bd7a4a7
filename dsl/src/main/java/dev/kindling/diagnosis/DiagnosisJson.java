package dev.kindling.diagnosis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A diagnosis, or a preflight, for programs. */
final class DiagnosisJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DiagnosisJson() {}

    static String of(Diagnosis diagnosis) {
        var root = MAPPER.createObjectNode();
        root.put("subject", diagnosis.subject());
        root.put("taken", diagnosis.taken().toString());
        root.put("healthy", diagnosis.isHealthy());
        var findings = root.putArray("findings");
        diagnosis.findings().forEach(finding -> write(findings.addObject(), finding));
        diagnosis.notKnown().forEach(root.putArray("notKnown")::add);
        return root.toPrettyString();
    }

    static String of(Preflight preflight) {
        var root = MAPPER.createObjectNode();
        root.put("subject", preflight.subject());
        root.put("taken", preflight.taken().toString());
        root.put("milliseconds", preflight.took().toMillis());
        root.put("clear", preflight.isClear());
        var findings = root.putArray("findings");
        preflight.findings().forEach(finding -> write(findings.addObject(), finding));
        preflight.checked().forEach(root.putArray("checked")::add);
        preflight.notChecked().forEach(root.putArray("notChecked")::add);
        preflight.notKnown().forEach(root.putArray("notKnown")::add);
        return root.toPrettyString();
    }

    private static void write(ObjectNode node, Finding finding) {
        node.put("kind", finding.getClass().getSimpleName());
        node.put("cause", finding.cause());
        node.put("run", finding.run());
        node.put("what", finding.what());
        node.put("why", finding.why());
        node.put("certain", finding.isCertain());
        node.put("waitingHelps", finding.waitingHelps());
        node.putObject("change")
                .put("code", finding.change().code())
                .put("key", finding.change().key());
        var evidence = node.putArray("evidence");
        finding.evidence().forEach(each -> write(evidence.addObject(), each));
    }

    private static void write(ObjectNode node, Clue clue) {
        node.put("object", clue.object());
        node.put("field", clue.field());
        node.put("said", clue.said());
        clue.time().ifPresent(time -> node.put("time", time.toString()));
    }
}
