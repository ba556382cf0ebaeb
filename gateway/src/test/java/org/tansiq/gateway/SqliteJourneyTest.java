package org.tansiq.gateway;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.campaign.House;

class SqliteJourneyTest extends JourneyContract {
    @TempDir
    private static Path folder;

    @Override
    House start() {
        return House.on(folder);
    }
}
