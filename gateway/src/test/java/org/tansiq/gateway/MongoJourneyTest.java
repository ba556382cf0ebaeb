package org.tansiq.gateway;

import org.tansiq.campaign.House;
import org.tansiq.campaign.MongoForTests;

class MongoJourneyTest extends JourneyContract {
    private final MongoForTests mongo = new MongoForTests();

    @Override
    House start() {
        return House.open(
                "--tansiq.store=mongodb",
                "--tansiq.mongodb=" + mongo.connectionString(),
                "--tansiq.allow-standalone=" + mongo.isStandalone());
    }

    @Override
    void drop() {
        mongo.close();
    }
}
