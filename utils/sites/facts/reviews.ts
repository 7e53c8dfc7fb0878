/** Sites of reviews and opinions. Most are read only: what is answered goes there by the clipboard. */
import { abilities, type SiteFacts } from './site-facts.ts';

export const reviewFacts = {
  trustpilot: {
    id: 'trustpilot',
    name: 'Trustpilot',
    origins: ['https://www.trustpilot.com/*', 'https://*.trustpilot.com/*'],
    defaultMode: 'full',
    about: 'Reviews of companies, in every language; answer in Trustpilot Business.',
    can: ['read'],
    confidence: 'high',
    checked: '2026-11',
  },
  googleplay: {
    id: 'googleplay',
    name: 'Google Play',
    origins: ['https://play.google.com/store/*'],
    defaultMode: 'full',
    about: 'Reviews of apps and what their developers replied; reply in the Play Console.',
    can: ['read', 'limit'],
    confidence: 'medium',
    checked: '2026-11',
  },
  googlemaps: {
    id: 'googlemaps',
    name: 'Google Maps',
    origins: ['https://www.google.com/maps/*'],
    defaultMode: 'full',
    about: 'Reviews of places and what their owners answered; answer in Google Business Profile.',
    can: ['read', 'limit'],
    confidence: 'medium',
    checked: '2026-11',
  },
  googlebusiness: {
    id: 'googlebusiness',
    name: 'Google Business',
    origins: [
      'https://business.google.com/*',
      'https://www.google.com/customers/reviews*',
      'https://www.google.com/local/business/*',
    ],
    inFrames: [
      'https://www.google.com/customers/reviews*',
      'https://www.google.com/local/business/*/customers/reviews*',
    ],
    defaultMode: 'full',
    about:
      'Reviews of your own places and your answers, on business.google.com; those over Google Search in popup and panel only.',
    can: abilities,
    confidence: 'low',
    checked: '2026-11',
  },
  amazon: {
    id: 'amazon',
    name: 'Amazon',
    origins: toOrigins(
      'www.amazon',
      'com ca com.mx com.br co.uk de fr it es nl pl se ie com.be com.tr ae sa eg in co.jp sg com.au co.za',
    ),
    defaultMode: 'full',
    about: 'Reviews of products, in every country; sellers answer in Seller Central.',
    can: ['read'],
    confidence: 'medium',
    checked: '2026-11',
  },
  appstore: {
    id: 'appstore',
    name: 'App Store',
    origins: ['https://apps.apple.com/*'],
    defaultMode: 'full',
    about: 'Reviews on public pages of apps; developers answer in App Store Connect.',
    can: ['read'],
    confidence: 'medium',
    checked: '2026-11',
  },
  tripadvisor: {
    id: 'tripadvisor',
    name: 'TripAdvisor',
    origins: [
      'https://www.tripadvisor.com/*',
      ...toOrigins(
        '*.tripadvisor',
        'com ca com.mx com.br com.ar cl co com.pe com.ve co.uk ie de at ch fr be nl it es pt dk se fi cz sk co.hu ru rs com.gr com.tr co.il com.eg in jp co.kr com.tw com.hk com.sg com.my co.id com.ph com.vn com.au co.nz co.za',
      ),
    ],
    defaultMode: 'full',
    about: 'Reviews of places, in every country; owners answer in the Management Center.',
    can: ['read'],
    confidence: 'low',
    checked: '2026-11',
  },
  quora: {
    id: 'quora',
    name: 'Quora',
    origins: ['https://www.quora.com/*', 'https://*.quora.com/*'],
    defaultMode: 'full',
    about: 'Answers to questions, in every language.',
    can: ['read'],
    confidence: 'low',
    checked: '2026-11',
  },
  yelp: {
    id: 'yelp',
    name: 'Yelp',
    origins: toOrigins(
      'www.yelp',
      'com ca com.mx com.br com.ar cl co.uk ie de at ch fr be nl it es pt dk se no fi pl cz com.tr co.jp com.tw com.hk com.sg com.ph my com.au co.nz',
    ),
    defaultMode: 'full',
    about: 'Reviews of businesses, in every country; owners answer on biz.yelp.com.',
    can: ['read'],
    confidence: 'low',
    checked: '2026-11',
  },
  g2: {
    id: 'g2',
    name: 'G2',
    origins: ['https://www.g2.com/*'],
    defaultMode: 'full',
    about: 'Reviews of software; vendors answer in my.g2.com.',
    can: ['read'],
    confidence: 'low',
    checked: '2026-11',
  },
  producthunt: {
    id: 'producthunt',
    name: 'Product Hunt',
    origins: ['https://www.producthunt.com/*'],
    defaultMode: 'full',
    about: 'Comments on launches, reviews of products.',
    can: ['read'],
    confidence: 'low',
    checked: '2026-11',
  },
} satisfies Record<string, SiteFacts>;

/** The site in all countries it has a domain of its own in, such as `www.acme` at `com co.uk`. */
function toOrigins(name: string, ends: string): string[] {
  return ends.split(' ').map((end) => `https://${name}.${end}/*`);
}
