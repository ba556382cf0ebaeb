package org.tansiq.gateway.shared;

import org.springframework.boot.ExitCodeGenerator;

/** The server does not start with these settings; told as a few lines, and not as a stack trace. */
public final class StartRefused extends RuntimeException implements ExitCodeGenerator {
    /** As BSD's sysexits.h numbers what is wrong with a configuration. */
    private static final int EXIT_CODE = 78;

    private final String whatToDo;

    public StartRefused(String message, String whatToDo) {
        super(message);
        this.whatToDo = whatToDo;
    }

    @Override
    public int getExitCode() {
        return EXIT_CODE;
    }

    public String whatToDo() {
        return whatToDo;
    }
}
