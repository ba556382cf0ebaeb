package org.tansiq.gateway;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.campaign.House;
import org.tansiq.campaign.MongoForTests;

class MongoJourneyTest extends JourneyContract {
    /** Where the key of its texts is kept. */
    @TempDir
    private static Path folder;

    private final MongoForTests mongo = new MongoForTests();

    @Override
    House start() {
        return House.on(
                folder,
                "--tansiq.store=mongodb",
                "--tansiq.mongodb=" + mongo.connectionString(),
                "--tansiq.allow-standalone=" + mongo.isStandalone());
    }

    @Override
    void drop() {
        mongo.close();
    }
}
