package dev.kindling.shell.applications;

import dev.kindling.diagnosis.ManifestProblem;
import dev.kindling.shell.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file and what is wrong with it. */
record CheckedFile(String file, List<ManifestProblem> problems) {
    boolean isGood(boolean strict) {
        return strict ? problems.isEmpty() : problems.stream().noneMatch(ManifestProblem::isError);
    }

    /** As compilers do: editors and CI find the place. */
    void print(Terminal terminal) {
        problems.forEach(problem -> terminal.out().println(line(problem)));
        if (problems.isEmpty()) {
            terminal.err().println(file + ": nothing wrong");
        }
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("file", file);
        facts.put("problems", problems.stream().map(CheckedFile::facts).toList());
        return facts;
    }

    private String line(ManifestProblem problem) {
        var place = problem.place();
        return file + ":" + place.line() + ":" + place.column() + ": " + severity(problem) + ": "
                + (place.path().isEmpty() ? "" : place.path() + ": ")
                + (problem.value().isEmpty() ? "" : "\"" + problem.value() + "\" ") + problem.why() + "; write "
                + problem.lineToWrite();
    }

    private static Map<String, Object> facts(ManifestProblem problem) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("severity", severity(problem));
        facts.put("path", problem.place().path());
        facts.put("line", problem.place().line());
        facts.put("column", problem.place().column());
        facts.put("value", problem.value());
        facts.put("why", problem.why());
        facts.put("write", problem.lineToWrite());
        return facts;
    }

    private static String severity(ManifestProblem problem) {
        return problem.isError() ? "error" : "warning";
    }
}
