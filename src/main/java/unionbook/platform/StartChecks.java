package unionbook.platform;

import java.util.List;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to serve when the second wall would not hold, or when a production server holds
 * demonstration data.
 */
@Component
class StartChecks implements SmartInitializingSingleton {

	private final JdbcClient jdbc;

	private final boolean demo;

	StartChecks(JdbcClient jdbc, org.springframework.core.env.Environment environment) {
		this.jdbc = jdbc;
		this.demo = environment.getProperty("unionbook.demo.enabled", Boolean.class, false);
	}

	@Override
	public void afterSingletonsInstantiated() {
		refuseIf(
				"""
						select 'the run-time role ' || current_user || ' can bypass row-level security; connect as a role without'
							|| ' superuser and bypassrls, and give the owner to Flyway (spring.flyway.user)'
						from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)""");
		refuseIf("""
				select 'the run-time role ' || current_user || ' owns ' || string_agg(oid::regclass::text, ', ')
					|| '; let another role own the tables and migrate (spring.flyway.user)'
				from pg_class where relowner = (select oid from pg_roles where rolname = current_user)
					and relkind in ('r', 'p', 'v', 'm') and relnamespace = 'public'::regnamespace
				having count(*) > 0""");
		refuseIf("""
				select 'no row-level security on ' || string_agg(c.oid::regclass::text, ', ')
				from pg_class c
				where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
					and c.relname <> 'unit_reach'
					and exists (select from pg_attribute a
						where a.attrelid = c.oid and a.attname = 'unit_id' and not a.attisdropped)
				having count(*) > 0""");
		if (!this.demo) {
			refuseIf("""
					select 'the database holds demonstration data; a production server needs its own'
					from installation where key = 'demonstration'""");
		}
	}

	private void refuseIf(String finding) {
		List<String> found = this.jdbc.sql(finding).query(String.class).list();
		if (!found.isEmpty()) {
			throw new StartRefusal(found.getFirst());
		}
	}

}
