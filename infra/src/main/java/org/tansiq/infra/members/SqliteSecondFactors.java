package org.tansiq.infra.members;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tansiq.domain.shared.PersonId;

/** Second factors in the file of the accounts. */
public final class SqliteSecondFactors implements SecondFactors {
    private final SqliteFile file;

    public SqliteSecondFactors(Path path) {
        file = new SqliteFile(path, """
                CREATE TABLE IF NOT EXISTS second_factor (
                    person TEXT PRIMARY KEY, secret TEXT NOT NULL, confirmed INTEGER NOT NULL,
                    last_step INTEGER NOT NULL) STRICT""", """
                CREATE TABLE IF NOT EXISTS recovery_code (
                    person TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (person, hash)) STRICT""");
    }

    @Override
    public Optional<SecondFactor> find(PersonId person) {
        var recovery = file.queryAll(
                "SELECT hash FROM recovery_code WHERE person = ? ORDER BY hash",
                row -> row.getString(1),
                person.value());
        return file.query(
                "SELECT secret, confirmed, last_step FROM second_factor WHERE person = ?",
                row -> new SecondFactor(person, row.getString(1), row.getInt(2) == 1, row.getLong(3), recovery),
                person.value());
    }

    @Override
    public boolean begin(SecondFactor factor) {
        return file.update("""
                        INSERT INTO second_factor (person, secret, confirmed, last_step) VALUES (?, ?, 0, -1)
                        ON CONFLICT (person) DO UPDATE SET secret = excluded.secret WHERE confirmed = 0""", factor.person().value(), factor.secret()) == 1;
    }

    @Override
    public boolean confirm(PersonId person, String secret, long step, List<String> recovery) {
        return file.together(() -> {
            var confirmed = file.update(
                            "UPDATE second_factor SET confirmed = 1, last_step = ?"
                                    + " WHERE person = ? AND secret = ? AND confirmed = 0",
                            step,
                            person.value(),
                            secret)
                    == 1;
            if (confirmed) {
                recovery.forEach(hash ->
                        file.update("INSERT INTO recovery_code (person, hash) VALUES (?, ?)", person.value(), hash));
            }
            return confirmed;
        });
    }

    @Override
    public boolean useStep(PersonId person, long step) {
        return file.update(
                        "UPDATE second_factor SET last_step = ? WHERE person = ? AND confirmed = 1 AND last_step < ?",
                        step,
                        person.value(),
                        step)
                == 1;
    }

    @Override
    public boolean useRecovery(PersonId person, String hash) {
        return file.update("DELETE FROM recovery_code WHERE person = ? AND hash = ?", person.value(), hash) == 1;
    }

    @Override
    public void erase(PersonId person) {
        file.together(() -> file.update("DELETE FROM second_factor WHERE person = ?", person.value())
                + file.update("DELETE FROM recovery_code WHERE person = ?", person.value()));
        file.leaveNothing();
    }

    @Override
    public void close() {
        file.close();
    }
}
