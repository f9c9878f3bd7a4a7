package dev.kindling.internal.ui;

import java.nio.charset.StandardCharsets;

/** An answer in place of the UI's, which the browser asks for again every few seconds. */
final class ErrorPage {

    /** A driver's UI answers some seconds after its container has started. */
    private static final int RELOAD_SECONDS = 3;

    private ErrorPage() {}

    static byte[] of(String target, String why) {
        var body = "Kindling cannot reach " + target + ".\n\n" + why + "\n\nThis page tries again by itself.\n";
        var head = "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nRefresh: " + RELOAD_SECONDS
                + "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}
