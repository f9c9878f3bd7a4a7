package dev.kindling.diagnosis;

import java.io.Serializable;

/**
 * What to write to be rid of a problem. Immutable and thread-safe.
 *
 * <pre>{@code
 * static void advise(Finding finding) {
 *     System.out.println(finding.change().code());
 * }
 * }</pre>
 *
 * @param code the line of the DSL, or the command where the program is not at fault
 * @param key the same in a custom resource or as a Spark setting; empty where there is none
 */
public record Change(String code, String key) implements Serializable {}
