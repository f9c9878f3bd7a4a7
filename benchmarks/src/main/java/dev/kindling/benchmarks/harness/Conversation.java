package dev.kindling.benchmarks.harness;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The child's side of a {@link LiveJvm}. */
public final class Conversation {

    /** Answers one request. */
    public interface Answers {
        /** One line for one line. */
        String to(String request) throws Exception;
    }

    private Conversation() {}

    /** Says that it is ready, then answers until the input ends. */
    public static void hold(Answers answers) throws Exception {
        System.out.println("ready");
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var requests = input.lines().iterator();
        while (requests.hasNext()) {
            System.out.println(answers.to(requests.next()));
        }
    }
}
