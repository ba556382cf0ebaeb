package org.tansiq.gateway.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No body is read beyond its limit: one that says it is longer is refused unread, one that does not say (chunked) is
 * read as far as the limit.
 */
public final class BodyLimit extends OncePerRequestFilter {
    public static final int BYTES_MAX = 1 << 20;
    public static final int IMPORT_BYTES_MAX = 5 << 20;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            throw new BodyTooLarge(limit);
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    private static int limit(HttpServletRequest request) {
        return Requests.isImport(request) ? IMPORT_BYTES_MAX : BYTES_MAX;
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final int limit;
        private @Nullable Counted body;

        Limited(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new Counted(super.getInputStream(), limit);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final int limit;
        private long read;

        Counted(ServletInputStream in, int limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var next = in.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var got = in.read(bytes, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) throws BodyTooLarge {
            read += more;
            if (read > limit) {
                throw new BodyTooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
