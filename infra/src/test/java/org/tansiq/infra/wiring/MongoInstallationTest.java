package org.tansiq.infra.wiring;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.mongo.MongoRowStore;
import org.tansiq.infra.mongo.TestMongo;

class MongoInstallationTest extends InstallationContract {
    private final TestMongo mongo = new TestMongo();
    private @Nullable TestMongo newRows;

    @Override
    Installation open() {
        return Installation.open(mongo.openLog(), MongoRowStore.open(mongo.database()), LogSettings.manyNodes());
    }

    @Override
    Installation openWithoutRows() {
        newRows = new TestMongo();
        return Installation.open(mongo.openLog(), MongoRowStore.open(newRows.database()), LogSettings.manyNodes());
    }

    @AfterEach
    void drop() {
        mongo.close();
        if (newRows != null) {
            newRows.close();
        }
    }
}
