package dev.kindling.diagnosis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What every finding tells. Immutable and thread-safe.
 *
 * <pre>{@code
 * Account account = Account.certain("image-not-found", "No node can get the image spark:9")
 *         .why("the registry has no such tag")
 *         .write(".image(\"spark:4.1.1\")", "spark.kubernetes.container.image");
 * }</pre>
 *
 * @param cause a stable name of the cause, such as {@code image-not-found}
 * @param run name of the run that it is about
 * @param what the problem in one line
 * @param evidence what was seen, the strongest first
 * @param why what lies behind it
 * @param change what to write
 * @param waitingHelps whether it may pass without anyone doing anything
 * @param isCertain false: the evidence fits, but would fit something else too
 */
public record Account(
        String cause,
        String run,
        String what,
        List<Clue> evidence,
        String why,
        Change change,
        boolean waitingHelps,
        boolean isCertain)
        implements Serializable {

    /** Copies the evidence. */
    public Account {
        evidence = List.copyOf(evidence);
    }

    /** Of a cause that the evidence leaves no doubt about. */
    public static Account certain(String cause, String what) {
        return new Account(cause, "", what, List.of(), "", new Change("", ""), false, true);
    }

    /** Of a cause that fits the evidence. */
    public static Account probable(String cause, String what) {
        return new Account(cause, "", what, List.of(), "", new Change("", ""), false, false);
    }

    /** Whose it is. */
    public Account run(String name) {
        return new Account(cause, name, what, evidence, why, change, waitingHelps, isCertain);
    }

    /** With more evidence. */
    public Account seen(Clue... more) {
        return seen(List.of(more));
    }

    /** With more evidence. */
    public Account seen(List<Clue> more) {
        var all = new ArrayList<>(evidence);
        more.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return new Account(cause, run, what, all, why, change, waitingHelps, isCertain);
    }

    /** What lies behind it. */
    public Account why(String reason) {
        return new Account(cause, run, what, evidence, reason, change, waitingHelps, isCertain);
    }

    /** What to write, in the DSL and as a setting. */
    public Account write(String code, String key) {
        return new Account(cause, run, what, evidence, why, new Change(code, key), waitingHelps, isCertain);
    }

    /** It may pass by itself. */
    public Account mayPass() {
        return new Account(cause, run, what, evidence, why, change, true, isCertain);
    }
}
