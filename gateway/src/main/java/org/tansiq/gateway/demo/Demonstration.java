package org.tansiq.gateway.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.CallSynchronized;
import org.tansiq.domain.actions.CommitCity;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.campaigns.RegisterHashtag;
import org.tansiq.domain.members.AcceptInvitation;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.InviteOrganization;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.resources.BookResource;
import org.tansiq.domain.resources.BookingId;
import org.tansiq.domain.resources.ForTask;
import org.tansiq.domain.resources.OfferResource;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Folding;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.ClaimTask;
import org.tansiq.domain.tasks.CompleteTask;
import org.tansiq.domain.tasks.HandOverTask;
import org.tansiq.domain.tasks.OpenTask;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.gateway.actions.Importer;
import org.tansiq.gateway.actions.Places;
import org.tansiq.gateway.actions.Sheet;
import org.tansiq.gateway.members.Passwords;
import org.tansiq.infra.history.History;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Commands;

/**
 * Fills an empty installation with the coalition of the Ghouta scenario, through the same commands that people send, and
 * says how to sign in. On a later start it only sets the password and the steward's token anew.
 */
@Component
@Profile("demo")
class Demonstration implements SmartInitializingSingleton {
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta-2018");
    private static final Instant WEEK = Instant.parse("2018-02-18T08:00:00Z");
    private static final String STEWARD_NAME = "Hamburg Solidarity Committee";
    private static final String SECOND_NAME = "Berlin Solidarity Committee";

    private final Commands commands;
    private final History history;
    private final Importer importer;
    private final Places places;
    private final Accounts accounts;
    private final String password;
    private final StewardsToken token;
    private final CompletableFuture<String> hashing;
    private final Map<String, OrganizationId> organizations = new LinkedHashMap<>();

    Demonstration(
            Commands commands,
            History history,
            Importer importer,
            Places places,
            Accounts accounts,
            Passwords passwords,
            StewardsToken token,
            @Value("${TANSIQ_DEMO_PASSWORD:}") String password) {
        this.commands = commands;
        this.history = history;
        this.importer = importer;
        this.places = places;
        this.accounts = accounts;
        this.token = token;
        this.password = password.isBlank() ? random() : password;
        // It takes a core for a second, and nobody waits for it yet.
        hashing = CompletableFuture.supplyAsync(
                () -> passwords.hash(this.password),
                task -> Thread.ofPlatform().daemon().name("demo-password").start(task));
    }

    /** Before the server takes its first request, so whoever finds it ready finds it full. */
    @Override
    public void afterSingletonsInstantiated() {
        var isNew = accounts.isEmpty();
        if (isNew) {
            var sheet = sheet();
            name(sheet);
            // A log that was imported is full, and accounts are no part of it.
            if (history.latest(GHOUTA, history.head(), 1).isEmpty()) {
                fill(sheet);
            }
        }
        var hash = hashing.join();
        if (isNew) {
            add("steward", organization(STEWARD_NAME), Role.COORDINATOR, hash);
            add("berlin", organization(SECOND_NAME), Role.COORDINATOR, hash);
            add("auditor", organization(STEWARD_NAME), Role.AUDITOR, hash);
            add("operator", Account.INSTALLATION, Role.OPERATOR, hash);
        } else {
            List.of("steward", "berlin", "auditor", "operator")
                    .forEach(login -> accounts.byLogin(login)
                            .ifPresent(account -> accounts.changePassword(account.person(), hash)));
        }
        accounts.byLogin("steward").ifPresent(steward -> token.set(steward.person()));
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        var port =
                event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                        ? web.getWebServer().getPort()
                        : 0;
        System.out.printf("""

                Tansiq is ready with demonstration data: http://127.0.0.1:%d
                Sign in as  steward  (Hamburg, which looks after the coalition),  berlin  (a member)
                auditor  (reads everything, changes nothing)  or  operator  (looks after the installation).
                Password of all of them: %s
                The steward's token, for programs: %s

                """, port, password, token.secret());
    }

    private void name(Sheet sheet) {
        sheet.rows().stream()
                .map(row -> row.organisation())
                .distinct()
                .forEach(name -> organizations.put(
                        name,
                        new OrganizationId("demo-"
                                + UUID.nameUUIDFromBytes(Folding.fold(name).getBytes(StandardCharsets.UTF_8)))));
    }

    private void fill(Sheet sheet) {
        var members = new LinkedHashMap<OrganizationId, String>();
        organizations.forEach((name, id) -> members.putIfAbsent(id, name)); // some are spelled in two ways
        members.forEach((id, name) ->
                carryOut(id, new RegisterOrganization(id, Text.of(arabic(name) ? "ar" : "en", name), WEEK)));
        var steward = organization(STEWARD_NAME);
        carryOut(
                steward,
                new FoundCoalition(
                        GHOUTA,
                        Text.ofBoth("أنقذوا الغوطة", "Save Ghouta"),
                        Text.ofBoth(
                                "وقف العمليات العسكرية وحماية المدنيين في الغوطة الشرقية، شباط 2018 (بيانات للعرض)",
                                "Stop the military operations and protect the civilians of Eastern Ghouta, February 2018 (demonstration data)"),
                        steward,
                        WEEK));
        members.keySet().stream().filter(id -> !id.equals(steward)).forEach(id -> {
            var invitation = new InvitationId("invitation-" + id);
            carryOut(steward, new InviteOrganization(GHOUTA, invitation, id, steward, WEEK));
            carryOut(id, new AcceptInvitation(GHOUTA, invitation, id, WEEK));
        });
        carryOut(steward, new RegisterHashtag(GHOUTA, "ar", "#أنقذوا_الغوطة", steward, WEEK));
        carryOut(steward, new RegisterHashtag(GHOUTA, "en", "#SaveGhouta", steward, WEEK));
        importer.carryOut(
                GHOUTA,
                sheet,
                row -> actor(organization(Objects.requireNonNull(row.organisation()))),
                Importer.Eyes.OF_ALL,
                Importer.Acknowledging.ALL,
                WEEK);
        synchronizedAction(steward);
        var permit = tasks(steward);
        resources(steward, permit);
    }

    private void synchronizedAction(OrganizationId steward) {
        var candles = new SynchronizedId("demo-candles");
        carryOut(
                steward,
                new CallSynchronized(
                        GHOUTA,
                        candles,
                        steward,
                        Text.ofBoth("شموع من أجل الغوطة في كل مدينة", "Candles for Ghouta in every city"),
                        ActionKind.VIGIL,
                        new Moment.SameLocalTime(LocalDateTime.parse("2018-02-28T19:00")),
                        Duration.ofMinutes(30),
                        15,
                        null,
                        List.of("#أنقذوا_الغوطة", "#SaveGhouta"),
                        WEEK));
        var cities = new LinkedHashMap<String, String>();
        cities.put("Hamburg", STEWARD_NAME);
        cities.put("Berlin", SECOND_NAME);
        cities.put("New York", "New York Solidarity Committee");
        cities.put("Istanbul", "Istanbul Human Rights Forum");
        cities.put("Toronto", "Toronto Solidarity Committee");
        cities.put("London", "London Solidarity Committee");
        cities.forEach((city, by) -> carryOut(
                organization(by),
                new CommitCity(
                        GHOUTA,
                        candles,
                        organization(by),
                        places.city("city", city, null),
                        new ActionId("demo-candles-" + Folding.fold(city).replace(' ', '-')),
                        new Venue(new Text(Map.of()), null),
                        Set.of(),
                        WEEK)));
    }

    private TaskId tasks(OrganizationId steward) {
        var berlin = organization(SECOND_NAME);
        var permit = open(
                steward,
                "permit",
                "تصريح الشرطة لوقفة برلين",
                "Police permit for the vigil in Berlin",
                "قبل يومين من الوقفة",
                "Two days before the vigil");
        carryOut(berlin, new ClaimTask(GHOUTA, permit, berlin, WEEK.plus(Duration.ofHours(3))));
        var posters = open(
                steward,
                "posters",
                "تصميم ملصق موحد",
                "One poster for all cities",
                "بالعربية والإنكليزية والألمانية",
                "In Arabic, English and German");
        carryOut(steward, new ClaimTask(GHOUTA, posters, steward, WEEK.plus(Duration.ofHours(1))));
        carryOut(steward, new CompleteTask(GHOUTA, posters, steward, WEEK.plus(Duration.ofHours(30))));
        var press =
                open(berlin, "press", "بيان صحفي مشترك", "Joint press statement", "بثلاث لغات", "In three languages");
        carryOut(berlin, new ClaimTask(GHOUTA, press, berlin, WEEK.plus(Duration.ofHours(4))));
        carryOut(berlin, new HandOverTask(GHOUTA, press, steward, berlin, WEEK.plus(Duration.ofHours(9))));
        open(
                steward,
                "interpreter",
                "مترجم للقاء البرلمانيين",
                "Interpreter for the meeting with parliamentarians",
                "من العربية إلى الألمانية",
                "Arabic to German");
        open(
                berlin,
                "hashtag",
                "الاتفاق على وسم واحد",
                "Agree on one hashtag",
                "أربع كتابات متداولة الآن",
                "Four spellings are in use");
        return permit;
    }

    private TaskId open(
            OrganizationId by, String id, String arabic, String english, String neededArabic, String neededEnglish) {
        var task = new TaskId("demo-" + id);
        carryOut(
                by,
                new OpenTask(
                        GHOUTA,
                        task,
                        by,
                        Text.ofBoth(arabic, english),
                        Text.ofBoth(neededArabic, neededEnglish),
                        null,
                        null,
                        WEEK));
        return task;
    }

    private void resources(OrganizationId steward, TaskId permit) {
        var berlin = organization(SECOND_NAME);
        var speakers = new ResourceId("demo-loudspeakers");
        carryOut(
                steward,
                offer(
                        speakers,
                        steward,
                        ResourceKind.EQUIPMENT,
                        "مكبرات صوت محمولة",
                        "Portable loudspeakers",
                        3,
                        Set.of()));
        carryOut(
                berlin,
                new BookResource(
                        GHOUTA,
                        speakers,
                        new BookingId("demo-speakers-berlin"),
                        berlin,
                        2,
                        Instant.parse("2018-02-24T12:00:00Z"),
                        Instant.parse("2018-02-24T20:00:00Z"),
                        new ForTask(permit),
                        WEEK));
        carryOut(
                berlin,
                offer(
                        new ResourceId("demo-interpreters"),
                        berlin,
                        ResourceKind.PEOPLE,
                        "مترجمون متطوعون",
                        "Volunteer interpreters",
                        4,
                        Set.of("ar", "de", "en")));
        carryOut(
                berlin,
                offer(new ResourceId("demo-van"), berlin, ResourceKind.VEHICLE, "حافلة صغيرة", "Van", 1, Set.of()));
    }

    private static OfferResource offer(
            ResourceId id,
            OrganizationId by,
            ResourceKind kind,
            String arabic,
            String english,
            int quantity,
            Set<String> languages) {
        return new OfferResource(
                GHOUTA,
                id,
                by,
                kind,
                Text.ofBoth(arabic, english),
                new Text(Map.of()),
                quantity,
                languages,
                null,
                null,
                null,
                WEEK);
    }

    private void add(String login, OrganizationId organization, Role role, String hash) {
        accounts.add(new Account(new PersonId(UUID.randomUUID().toString()), login, organization, role, hash));
    }

    private void carryOut(OrganizationId by, Object command) {
        commands.carryOut(command, actor(by), null);
    }

    private static Actor actor(OrganizationId organization) {
        return new Actor(new PersonId("demonstration"), organization);
    }

    private OrganizationId organization(String name) {
        return Objects.requireNonNull(organizations.get(name), name);
    }

    private static Sheet sheet() {
        try (InputStream file = Demonstration.class.getResourceAsStream("/demo/ghouta-2018-actions.csv")) {
            return Sheet.read(Objects.requireNonNull(file).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean arabic(String name) {
        return name.chars().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    }

    private static String random() {
        var bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
