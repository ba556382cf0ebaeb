package org.tansiq.gateway.shared;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.tansiq.gateway.members.SealedSecrets;
import org.tansiq.infra.answers.Answers;
import org.tansiq.infra.answers.MongoAnswers;
import org.tansiq.infra.answers.SqliteAnswers;
import org.tansiq.infra.cities.Gazetteer;
import org.tansiq.infra.contacts.Contacts;
import org.tansiq.infra.contacts.MongoContacts;
import org.tansiq.infra.contacts.SqliteContacts;
import org.tansiq.infra.feeds.Feeds;
import org.tansiq.infra.feeds.MongoFeeds;
import org.tansiq.infra.feeds.SqliteFeeds;
import org.tansiq.infra.history.History;
import org.tansiq.infra.keys.AuthorKeys;
import org.tansiq.infra.keys.KeyShelf;
import org.tansiq.infra.keys.KeysRefused;
import org.tansiq.infra.keys.MongoKeyShelf;
import org.tansiq.infra.keys.SqliteKeyShelf;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.ImportMark;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Identities;
import org.tansiq.infra.members.MongoAccounts;
import org.tansiq.infra.members.MongoIdentities;
import org.tansiq.infra.members.MongoPasskeys;
import org.tansiq.infra.members.MongoSecondFactors;
import org.tansiq.infra.members.MongoSessions;
import org.tansiq.infra.members.Passkeys;
import org.tansiq.infra.members.SecondFactors;
import org.tansiq.infra.members.SessionStore;
import org.tansiq.infra.members.SqliteAccounts;
import org.tansiq.infra.members.SqliteIdentities;
import org.tansiq.infra.members.SqlitePasskeys;
import org.tansiq.infra.members.SqliteSecondFactors;
import org.tansiq.infra.members.SqliteSessions;
import org.tansiq.infra.mongo.MajorityMissing;
import org.tansiq.infra.mongo.MongoCommitLog;
import org.tansiq.infra.mongo.MongoImportMark;
import org.tansiq.infra.mongo.MongoRowStore;
import org.tansiq.infra.mongo.StandaloneRefused;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.sqlite.DataFolder;
import org.tansiq.infra.sqlite.FolderTaken;
import org.tansiq.infra.sqlite.ImportMarkFile;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.sqlite.SqliteRowStore;
import org.tansiq.infra.tokens.ApiTokens;
import org.tansiq.infra.tokens.MongoApiTokens;
import org.tansiq.infra.tokens.SqliteApiTokens;
import org.tansiq.infra.wiring.Commands;
import org.tansiq.infra.wiring.Erasures;
import org.tansiq.infra.wiring.Installation;
import org.tansiq.infra.wiring.Operations;
import org.tansiq.infra.wiring.Replays;
import org.tansiq.infra.wiring.Views;

/** The stores that the settings choose, and the only clock there is. */
@Configuration(proxyBeanMethods = false)
class Stores {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Closing it closes the log and the rows. */
    @Bean(destroyMethod = "close")
    Installation installation(
            CommitLog log,
            RowStore rows,
            LogSettings settings,
            KeyShelf shelf,
            Settings where,
            Environment environment) {
        try {
            return Installation.open(log, rows, settings, keys(shelf, where, environment));
        } catch (KeysRefused refused) {
            throw new StartRefused(
                    String.valueOf(refused.getMessage()),
                    "Nothing was changed. The section on keys in the README tells more.");
        }
    }

    /** Asked of the environment, so that the passphrase lies in no object that is shown anywhere. */
    private static AuthorKeys keys(KeyShelf shelf, Settings where, Environment environment) {
        var passphrase = environment.getProperty("tansiq.key-passphrase", "");
        return AuthorKeys.open(shelf, where.data().resolve("key"), passphrase.isEmpty() ? null : passphrase);
    }

    @Bean
    Commands commands(Installation installation) {
        return installation.commands();
    }

    @Bean
    Views views(Installation installation) {
        return installation.views();
    }

    @Bean
    Replays replays(Installation installation) {
        return installation.replays();
    }

    @Bean
    Operations operations(Installation installation) {
        return installation.operations();
    }

    @Bean(destroyMethod = "")
    Erasures erasures(Installation installation) {
        return installation.erasures();
    }

    @Bean
    History history(Installation installation) {
        return installation.history();
    }

    /** Half a log would be gone on with as if it were the whole. */
    private static void refuseHalf(ImportMark mark) {
        if (mark.unfinished().isPresent()) {
            throw new StartRefused(
                    "An import into this log was interrupted; the log is only a part.",
                    "Run \"tansiq log import\" with the same file again: it goes on where it stopped.");
        }
    }

    /** Loads while the server starts, on a thread of its own. */
    @Bean
    CompletableFuture<Gazetteer> gazetteer() {
        return CompletableFuture.supplyAsync(
                Gazetteer::load,
                task -> Thread.ofPlatform().daemon().name("gazetteer").start(task));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "tansiq.store", havingValue = "sqlite", matchIfMissing = true)
    static class Sqlite {
        @Bean
        DataFolder dataFolder(Settings settings) {
            try {
                return DataFolder.take(settings.data());
            } catch (FolderTaken taken) {
                throw new StartRefused(
                        String.valueOf(taken.getMessage()),
                        "Stop it, or set TANSIQ_DATA to another folder (and TANSIQ_PORT to another port).");
            }
        }

        @Bean
        Accounts accounts(DataFolder data) {
            return new SqliteAccounts(data.file("accounts.db"));
        }

        @Bean
        SessionStore sessionStore(DataFolder data) {
            return new SqliteSessions(data.file("sessions.db"));
        }

        @Bean
        SecondFactors secondFactors(DataFolder data) {
            return new SqliteSecondFactors(data.file("accounts.db"));
        }

        @Bean
        Identities identities(DataFolder data) {
            return new SqliteIdentities(data.file("accounts.db"));
        }

        @Bean
        Passkeys passkeys(DataFolder data) {
            return new SqlitePasskeys(data.file("accounts.db"));
        }

        /** Whoever gets the accounts' file alone reads no second factor. */
        @Bean
        SealedSecrets sealedSecrets(DataFolder data) {
            return new SealedSecrets(KeyFile.read(data.file("second-factors.key")));
        }

        @Bean
        ApiTokens apiTokens(DataFolder data) {
            return new SqliteApiTokens(data.file("tokens.db"));
        }

        @Bean
        Feeds feeds(DataFolder data) {
            return new SqliteFeeds(data.file("feeds.db"));
        }

        @Bean
        Contacts contacts(DataFolder data) {
            return new SqliteContacts(data.file("contacts.db"));
        }

        @Bean
        Answers answers(DataFolder data) {
            return new SqliteAnswers(data.file("answers.db"));
        }

        @Bean(destroyMethod = "")
        CommitLog commitLog(DataFolder data, Settings settings) {
            refuseHalf(new ImportMarkFile(settings.data()));
            return new SqliteCommitLog(data.file("log.db"));
        }

        @Bean(destroyMethod = "")
        RowStore rowStore(DataFolder data) {
            return SqliteRowStore.open(data.file("rows.db"));
        }

        @Bean(destroyMethod = "")
        KeyShelf keyShelf(DataFolder data) {
            return new SqliteKeyShelf(data.file("keys.db"));
        }

        @Bean
        LogSettings logSettings() {
            return LogSettings.oneNode();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "tansiq.store", havingValue = "mongodb")
    static class Mongo {
        /** The driver would wait for ever for a server that has stopped answering; a connection string may say otherwise. */
        @Bean
        MongoClient mongoClient(Settings settings) {
            return MongoClients.create(MongoClientSettings.builder()
                    .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                    .applyToSocketSettings(socket -> socket.readTimeout(30, TimeUnit.SECONDS))
                    .applyConnectionString(settings.connectionString())
                    .build());
        }

        @Bean
        MongoDatabase mongoDatabase(MongoClient client, Settings settings) {
            return client.getDatabase(settings.mongoDatabase());
        }

        @Bean
        Accounts accounts(MongoDatabase database) {
            return new MongoAccounts(database);
        }

        @Bean
        SessionStore sessionStore(MongoDatabase database) {
            return new MongoSessions(database);
        }

        @Bean
        SecondFactors secondFactors(MongoDatabase database) {
            return new MongoSecondFactors(database);
        }

        @Bean
        Identities identities(MongoDatabase database) {
            return new MongoIdentities(database);
        }

        @Bean
        Passkeys passkeys(MongoDatabase database) {
            return new MongoPasskeys(database);
        }

        /** There is no place beside the database that all nodes share: there they are kept as they are. */
        @Bean
        SealedSecrets sealedSecrets() {
            return new SealedSecrets(null);
        }

        @Bean
        ApiTokens apiTokens(MongoDatabase database) {
            return new MongoApiTokens(database);
        }

        @Bean
        Feeds feeds(MongoDatabase database) {
            return new MongoFeeds(database);
        }

        @Bean
        Contacts contacts(MongoDatabase database) {
            return new MongoContacts(database);
        }

        @Bean
        Answers answers(MongoDatabase database) {
            return new MongoAnswers(database);
        }

        @Bean(destroyMethod = "")
        CommitLog commitLog(MongoDatabase database, Settings settings) {
            try {
                refuseHalf(new MongoImportMark(database));
                return new MongoCommitLog(database, settings.allowStandalone());
            } catch (StandaloneRefused refused) {
                throw new StartRefused(
                        String.valueOf(refused.getMessage()),
                        "For a trial that may lose data, TANSIQ_ALLOW_STANDALONE=true takes it as it is.");
            } catch (MajorityMissing refused) {
                throw new StartRefused(
                        String.valueOf(refused.getMessage()), "Start again when the replica set is whole.");
            }
        }

        @Bean(destroyMethod = "")
        RowStore rowStore(MongoDatabase database) {
            return MongoRowStore.open(database);
        }

        @Bean(destroyMethod = "")
        KeyShelf keyShelf(MongoDatabase database) {
            return new MongoKeyShelf(database);
        }

        @Bean
        LogSettings logSettings() {
            return LogSettings.manyNodes();
        }
    }
}
