package org.tansiq.gateway.repeats;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** A request whose body has been read already: it is looked at before anybody acts on it. */
final class ReadRequest extends HttpServletRequestWrapper {
    private final byte[] body;
    private final byte[] fingerprint;

    ReadRequest(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getInputStream().readAllBytes();
        fingerprint = fingerprint(request, body);
    }

    /** Equal for requests that ask for the same, byte for byte. */
    byte[] fingerprint() {
        return fingerprint;
    }

    private static byte[] fingerprint(HttpServletRequest request, byte[] body) {
        var head = String.join(
                        "\n",
                        request.getMethod(),
                        Objects.requireNonNullElse(request.getQueryString(), ""),
                        Objects.requireNonNullElse(request.getContentType(), ""),
                        "")
                .getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return RequestKey.sha256(all);
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return bytes.read(into, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("The body is there already.");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        var encoding = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(
                getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
    }
}
