package org.tansiq.gateway.shared;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.MongoAccounts;
import org.tansiq.infra.members.SqliteAccounts;

/** The stores that the settings choose, and the only clock there is. */
@Configuration(proxyBeanMethods = false)
class Stores {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "tansiq.store", havingValue = "sqlite", matchIfMissing = true)
    static class Sqlite {
        @Bean
        Accounts accounts(Settings settings) {
            return new SqliteAccounts(settings.data().resolve("accounts.db"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "tansiq.store", havingValue = "mongodb")
    static class Mongo {
        @Bean
        MongoClient mongoClient(Settings settings) {
            return MongoClients.create(settings.connectionString());
        }

        @Bean
        MongoDatabase mongoDatabase(MongoClient client, Settings settings) {
            return client.getDatabase(settings.mongoDatabase());
        }

        @Bean
        Accounts accounts(MongoDatabase database) {
            return new MongoAccounts(database);
        }
    }
}
