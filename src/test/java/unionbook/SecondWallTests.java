package unionbook;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The second wall: with every check of the application switched off, PostgreSQL still
 * shows nothing foreign.
 */
@DemonstrationTest
@Import(SecondWallTests.NoFirstWall.class)
class SecondWallTests {

	@Autowired
	private Officers officers;

	@Autowired
	private TestDatabase database;

	@Test
	void rowLevelSecurityHidesAForeignUnitWithoutTheHelpOfTheApplication() {
		WallsTests.Things foreign = WallsTests.Things.of(this.database, "BCT", "C02");

		for (String address : new String[] { "/units/" + foreign.unit(), "/units/" + foreign.unit() + "/members",
				"/units/" + foreign.unit() + "/members.csv", "/members/" + foreign.member(),
				"/pledges/" + foreign.pledge(), "/statistics/gender?unit=" + foreign.unit(), "/members", "/units",
				"/members?q=" + foreign.memberName() }) {
			MvcTestResult result = this.officers.get("canbo.khdt", address);

			assertThat(result.getResponse().getStatus()).as(address).isIn(200, 404);
			String body = new String(result.getResponse().getContentAsByteArray(),
					java.nio.charset.StandardCharsets.UTF_8);
			assertThat(body).as(address).doesNotContain(foreign.unitName());
			// the frame repeats the address that was asked for, which the reader knows
			// already
			assertThat(body.replace(address, "")).as(address).doesNotContain(foreign.member().toString());
		}
	}

	/** Says yes to everything. */
	@TestConfiguration(proxyBeanMethods = false)
	static class NoFirstWall {

		@Bean
		@Primary
		UnitScope openScope(JdbcClient jdbc) {
			return new UnitScope() {

				@Override
				public boolean reaches(UnitId unit) {
					return true;
				}

				@Override
				public boolean may(Right right, UnitId unit) {
					return true;
				}

				@Override
				public UUID[] units() {
					return jdbc.sql("select distinct unit_id from unit_reach")
						.query(UUID.class)
						.list()
						.toArray(UUID[]::new);
				}
			};
		}

	}

}
