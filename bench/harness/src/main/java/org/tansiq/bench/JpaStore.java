package org.tansiq.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateBasedJpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;

/** Axon's own store over JPA, set up as its documentation says, with Hibernate and a pool of connections. */
final class JpaStore implements AutoCloseable {
    private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

    private final HikariDataSource pool;
    private final EntityManagerFactory factory;

    JpaStore(String url, int connections) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setMaximumPoolSize(connections);
        settings.setAutoCommit(false);
        pool = new HikariDataSource(settings);
        var configuration = new PersistenceConfiguration("bench")
                .managedClass(AggregateEventEntry.class)
                .property("jakarta.persistence.nonJtaDataSource", pool)
                .property("hibernate.hbm2ddl.auto", "create")
                // The name of its sequence has dashes in it.
                .property("hibernate.globally_quoted_identifiers", "true")
                .property("hibernate.connection.provider_disables_autocommit", "true");
        if (url.startsWith("jdbc:postgresql:")) {
            configuration.property("hibernate.dialect", BytesInTheRow.class.getName());
        }
        factory = configuration.createEntityManagerFactory();
    }

    EventStorageEngine engine() {
        return new AggregateBasedJpaEventStorageEngine(
                this::entityManager,
                this::begin,
                Bus.converter(),
                engine -> engine.persistenceExceptionResolver(new SQLStateResolver()));
    }

    /** An aggregate has one tag. */
    static TagResolver onlyTheDiary(TagResolver tags) {
        return event -> tags.resolve(event).stream()
                .filter(tag -> tag.key().equals(Diary.TAG))
                .collect(Collectors.toSet());
    }

    /** Closing it is left to the transaction: the engine closes it before the commit. */
    private EntityManager entityManager() {
        var real = CURRENT.get();
        return (EntityManager) Proxy.newProxyInstance(
                JpaStore.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Transaction begin() {
        var entities = factory.createEntityManager();
        entities.getTransaction().begin();
        CURRENT.set(entities);
        return new Transaction() {
            @Override
            public void commit() {
                try (entities) {
                    entities.getTransaction().commit();
                } finally {
                    CURRENT.remove();
                }
            }

            @Override
            public void rollback() {
                try (entities) {
                    if (entities.isOpen() && entities.getTransaction().isActive()) {
                        entities.getTransaction().rollback();
                    }
                } finally {
                    CURRENT.remove();
                }
            }
        };
    }

    @Override
    public void close() {
        factory.close();
        pool.close();
    }
}
