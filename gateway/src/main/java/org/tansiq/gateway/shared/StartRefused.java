package org.tansiq.gateway.shared;

/** The server does not start with these settings; told as a few lines, and not as a stack trace. */
public final class StartRefused extends RuntimeException {
    private final String whatToDo;

    public StartRefused(String message, String whatToDo) {
        super(message);
        this.whatToDo = whatToDo;
    }

    public String whatToDo() {
        return whatToDo;
    }
}
