package org.tansiq.gateway.tokens;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.gateway.shared.Requests;
import org.tansiq.infra.tokens.ApiToken;
import org.tansiq.infra.tokens.Scope;

/**
 * What a token is not for, whoever owns it. That one for a coalition sees no other is the matter of
 * {@link org.tansiq.gateway.shared.Access}, like every other right to see.
 */
final class TokenReach {
    private static final String OWN = "/api/v1/me/";
    private static final String PEOPLE = "/api/v1/people/";
    private static final String TOKENS = "/api/v1/me/tokens";
    private static final String TOKENS_PAGE = "/tokens";
    private static final String FEEDS = "/api/v1/me/feeds";
    private static final String FEEDS_PAGE = "/feeds";
    private static final String ACCOUNT = "/account";
    private static final String TICKETS = "/api/v1/me/socket-tickets";
    private static final String COALITIONS = "/api/v1/coalitions/";

    private TokenReach() {}

    static @Nullable WebProblem refusal(ApiToken token, HttpServletRequest request) {
        var path = request.getRequestURI();
        var changes = Requests.changesState(request) && !path.equals(TICKETS);
        if (changes && token.scope() == Scope.READ) {
            return WebProblem.READ_ONLY_TOKEN;
        }
        if (path.startsWith(TOKENS)
                || path.equals(TOKENS_PAGE)
                || path.startsWith(FEEDS)
                || path.equals(FEEDS_PAGE)
                || isUnderAccount(path)
                || (changes && (path.startsWith(OWN) || path.startsWith(PEOPLE)))) {
            return WebProblem.SESSION_NEEDED;
        }
        return changes && token.coalition() != null && !path.startsWith(COALITIONS)
                ? WebProblem.ONE_COALITION_TOKEN
                : null;
    }

    private static boolean isUnderAccount(String path) {
        return path.equals(ACCOUNT) || path.startsWith(ACCOUNT + "/");
    }
}
