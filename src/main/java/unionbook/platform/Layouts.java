package unionbook.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;
import unionbook.shared.UnitId;

/** Makes the frame of a page from the request and the actor. */
@Component
class Layouts {

	/** So long the head of a page may show an old name of the reader's own unit. */
	private static final Duration KEPT = Duration.ofMinutes(1);

	private static final int MOST_NAMES = 10_000;

	private final List<NavigationItem> navigation;

	private final MessageSource messages;

	private final ObjectProvider<UnitNames> names;

	private final AsOfResolver days;

	private final DayClock clock;

	private final Map<Home, String> known = new ConcurrentHashMap<>();

	private volatile Instant forgetAt = Instant.MIN;

	private final boolean demo;

	private final String version;

	Layouts(List<NavigationItem> navigation, MessageSource messages, ObjectProvider<UnitNames> names, AsOfResolver days,
			DayClock clock, Environment environment, Optional<BuildProperties> build) {
		this.navigation = navigation.stream().sorted(Comparator.comparingInt(NavigationItem::order)).toList();
		this.messages = messages;
		this.names = names;
		this.days = days;
		this.clock = clock;
		this.demo = environment.getProperty("unionbook.demo.enabled", Boolean.class, false);
		this.version = build.map(BuildProperties::getTime)
			.map((time) -> Long.toString(time.getEpochSecond(), Character.MAX_RADIX))
			.orElse("0");
	}

	Layout of(HttpServletRequest request, String path) {
		AsOf asOf = this.days.readOrToday(request);
		Actor actor = CurrentActor.find().orElse(null);
		String lang = Locale.ENGLISH.getLanguage().equals(LocaleContextHolder.getLocale().getLanguage()) ? "en" : "vi";
		String theme = theme(request);
		Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
		return new Layout((actor == null) ? new Markup(0) : links(actor, asOf, path), person(actor, asOf), asOf,
				asOf.today() ? null : with(request, path, "asOf"), lang,
				with(request, path, "lang", "en".equals(lang) ? "vi" : "en"), theme,
				with(request, path, "theme", "dark".equals(theme) ? "light" : "dark"), RequestFrame.nonce(request),
				this.demo, RequestFrame.id(request), path, this.version,
				(flash == null) ? null : (String) flash.get(Flash.KEY),
				(flash == null) ? null : (Object[]) flash.get(Flash.ARGUMENTS));
	}

	private Markup links(Actor actor, AsOf asOf, String path) {
		Markup links = new Markup(1024);
		for (NavigationItem item : this.navigation) {
			if (item.shown().test(actor)) {
				links.tag("<a href=\"").text(asOf.today() ? item.href() : item.href() + "?" + asOf.query());
				links.tag(current(item.href(), path) ? "\" aria-current=\"page\">" : "\">");
				links.text(this.messages.getMessage(item.key(), null, LocaleContextHolder.getLocale())).tag("</a>");
			}
		}
		return links;
	}

	private Layout.@Nullable Person person(@Nullable Actor actor, AsOf asOf) {
		if (actor == null) {
			return null;
		}
		String unit = actor.home().map((home) -> name(home, asOf)).orElse(null);
		return new Layout.Person(actor.displayName(), actor.username(),
				actor.role().map((role) -> "platform.role." + role).orElse(null), unit,
				actor.may(Right.READ_AUDIT) || actor.may(Right.READ_PERSONAL));
	}

	private @Nullable String name(UnitId unit, AsOf asOf) {
		UnitNames source = this.names.getIfAvailable();
		if (source == null) {
			return null;
		}
		Instant now = this.clock.now();
		if (now.isAfter(this.forgetAt) || this.known.size() > MOST_NAMES) {
			this.known.clear();
			this.forgetAt = now.plus(KEPT);
		}
		Home home = new Home(unit, asOf.day());
		String name = this.known.get(home);
		if (name == null) {
			name = source.name(unit, asOf.day());
			this.known.put(home, name);
		}
		return name;
	}

	private static boolean current(String href, String path) {
		return "/".equals(href) ? "/".equals(path) : path.equals(href) || path.startsWith(href + "/");
	}

	private static @Nullable String theme(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, Preferences.THEME);
		String value = (request.getParameter("theme") != null) ? request.getParameter("theme")
				: (cookie != null) ? cookie.getValue() : null;
		return "dark".equals(value) || "light".equals(value) ? value : null;
	}

	/** The same page with another value of a parameter, or without it. */
	private static String with(HttpServletRequest request, String path, String parameter, Object... value) {
		UriComponentsBuilder here = "GET".equals(request.getMethod())
				? ServletUriComponentsBuilder.fromRequest(request).scheme(null).host(null).port(null).replacePath(path)
				: UriComponentsBuilder.fromPath("/");
		return here.replaceQueryParam(parameter, value).build().toUriString();
	}

	private record Home(UnitId unit, LocalDate day) {
	}

}
