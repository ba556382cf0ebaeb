package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.tansiq.gateway.Tansiq;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.members.SecondFactors;
import org.tansiq.probe.Authenticator;
import org.tansiq.probe.Client;
import org.tansiq.probe.ProbeServer;

@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)(/sign-up/\\S+)");
    private static final String PASSWORD = "eleven small lanterns";

    @TempDir
    Path data;

    private ConfigurableApplicationContext start(String... settings) {
        var all = new HashMap<String, Object>(Map.of("server.port", "0", "tansiq.data", data.toString()));
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        var arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Tansiq.class, ProbeServer.class).run(arguments);
    }

    private static MatchResult link(CapturedOutput output) {
        return LINK.matcher(output.getOut())
                .results()
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static void makeFirstAccount(MatchResult link) {
        var browser = new Client(Integer.parseInt(link.group(1)));
        var token = browser.token(link.group(2));
        var answer = browser.form(
                link.group(2), Map.of("login", "first", "password", PASSWORD, "nameEn", "Us", "_csrf", token));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    @Test
    void while_nobody_has_an_account_each_start_shows_links_and_the_last_ones_count(CapturedOutput output) {
        MatchResult first;
        try (var server = start()) {
            assertThat(server.isRunning()).isTrue();
            first = link(output);
        }
        try (var server = start()) {
            var second = link(output);
            assertThat(second.group(2)).isNotEqualTo(first.group(2));
            var browser = new Client(Integer.parseInt(second.group(1)));
            assertThat(browser.get(first.group(2)).statusCode()).isEqualTo(404);

            makeFirstAccount(second);
            assertThat(server.getBean(Accounts.class)
                            .byLogin("first")
                            .orElseThrow()
                            .role())
                    .isEqualTo(Role.COORDINATOR);
        }
        try (var server = start()) {
            assertThat(links(output)).isEqualTo(5);
            makeOperator(link(output));
            assertThat(server.getBean(Accounts.class).byLogin("operator").orElseThrow())
                    .returns(Role.OPERATOR, Account::role)
                    .returns(Account.INSTALLATION, Account::organization);
        }
        try (var server = start()) {
            assertThat(server.isRunning()).isTrue();
            assertThat(links(output)).isEqualTo(5);
        }
    }

    private static long links(CapturedOutput output) {
        return LINK.matcher(output.getOut()).results().count();
    }

    /** The link that is shown without one for the first account beside it. */
    private static void makeOperator(MatchResult link) {
        var browser = new Client(Integer.parseInt(link.group(1)));
        var token = browser.token(link.group(2));
        var answer = browser.form(link.group(2), Map.of("login", "operator", "password", PASSWORD, "_csrf", token));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext server, String path) {
        return at(server).get(path);
    }

    @Test
    void the_links_are_in_a_file_that_only_its_owner_reads_until_they_are_used(CapturedOutput output) throws Exception {
        var file = data.resolve("setup");
        try (var server = start()) {
            assertThat(server.isRunning()).isTrue();
            var links = Files.readAllLines(file);
            assertThat(links)
                    .hasSize(2)
                    .allSatisfy(link -> assertThat(output.getOut()).contains(link));
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
            makeFirstAccount(link(output));
            assertThat(Files.readAllLines(file)).containsExactly(links.getFirst());

            var operators = LINK.matcher(links.getFirst()).results().findFirst().orElseThrow();
            makeOperator(operators);
            assertThat(file).doesNotExist();
        }
        try (var server = start()) {
            assertThat(server.isRunning()).isTrue();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void until_somebody_has_an_account_there_is_nothing_else(CapturedOutput output) {
        try (var server = start()) {
            for (var path : List.of("/", "/sign-in", "/account", "/coalitions/x/tasks", "/public", "/nothing")) {
                var page = get(server, path);
                assertThat(page.statusCode()).as(path).isEqualTo(503);
                assertThat(page.body()).contains("Not set up yet");
            }
            for (var path :
                    List.of("/api/v1/me", "/api/v1/openapi.json", "/api/v1/public/tasks", "/live", "/actuator/env")) {
                var answer = get(server, path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(answer.body()).contains("\"code\":\"not-set-up\"");
            }
            assertThat(get(server, "/actuator/health").statusCode()).isEqualTo(200);
            assertThat(get(server, "/css/tansiq.css").statusCode()).isEqualTo(200);
            assertThat(get(server, "/js/tansiq.js").statusCode()).isEqualTo(200);
            assertThat(get(server, "/sign-up/" + "x".repeat(43)).statusCode()).isEqualTo(404);
            assertThat(get(server, link(output).group(2)).statusCode()).isEqualTo(200);

            makeFirstAccount(link(output));

            assertThat(get(server, "/sign-in").statusCode()).isEqualTo(200);
            assertThat(get(server, "/api/v1/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_session_outlasts_the_process(CapturedOutput output) {
        Client browser;
        try (var server = start()) {
            makeFirstAccount(link(output));
            var first = server.getBean(Accounts.class).byLogin("first").orElseThrow();
            Authenticator.giveTo(first.person(), server.getBean(SecondFactors.class));
            browser = at(server);
            assertThat(browser.signIn("first", PASSWORD).statusCode()).isEqualTo(302);
            assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        }
        try (var server = start()) {
            var again = at(server);
            assertThat(again.get("/api/v1/me").statusCode()).isEqualTo(401);
            assertThat(again.withCookiesOf(browser).get("/api/v1/me").statusCode())
                    .isEqualTo(200);
        }
    }

    private static Client at(ConfigurableApplicationContext server) {
        return new Client(server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @Test
    void with_the_demonstration_there_is_no_link(CapturedOutput output) {
        try (var server = start("spring.profiles.active=demo")) {
            assertThat(server.isRunning()).isTrue();
            assertThat(output.getOut()).doesNotContain("/sign-up/");
        }
    }

    @Test
    void accounts_may_be_in_mongodb(CapturedOutput output) {
        var mongo = new MongoServer(new MemoryBackend());
        try (var server = start(
                "tansiq.store=mongodb",
                "tansiq.mongodb=" + mongo.bindAndGetConnectionString() + "/own",
                "tansiq.allow-standalone=true")) {
            makeFirstAccount(link(output));
            assertThat(data).isDirectoryContaining("glob:**/setup");
            assertThat(server.getBean(Accounts.class).byLogin("FIRST")).isPresent();
        } finally {
            mongo.shutdownNow();
        }
    }
}
