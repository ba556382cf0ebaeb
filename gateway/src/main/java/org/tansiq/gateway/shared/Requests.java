package org.tansiq.gateway.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What the gateway asks of a request before any controller sees it. */
public final class Requests {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Requests() {}

    /** The path that the client asked for, also while an error about it is being answered. */
    public static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /** Whether whoever asks is a program or a script of a page, that gets problems as JSON, and not a person who gets a page. */
    public static boolean fromProgram(HttpServletRequest request) {
        var path = path(request);
        return isUnder(path, "/api")
                || isUnder(path, "/live")
                || isUnder(path, "/actuator")
                || isUnder(path, "/sign-in/passkey")
                || path.startsWith("/feeds/")
                || path.equals("/account/passkeys")
                || path.equals("/account/passkeys/options");
    }

    /** Whether it is about the installation and not about any coalition. */
    public static boolean isOfOperators(HttpServletRequest request) {
        var path = path(request);
        return isUnder(path, "/operations") || isUnder(path, "/api/v1/operations");
    }

    public static boolean changesState(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    /** Whether a file is handed in, that is larger than other bodies and more work. */
    public static boolean isImport(HttpServletRequest request) {
        var path = request.getRequestURI();
        return request.getMethod().equals("POST")
                && (path.endsWith("/actions/import") || path.endsWith("/sessions/import"));
    }

    private static boolean isUnder(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
