import { describe, expect, it } from 'vitest';
import {
  groupChoice,
  JourneysQuery,
  journeyFiles,
  journeysHref,
  periodChoice,
  tableQueryOf,
  viewOf,
} from './journeys-query';

describe('the address of journeys', () => {
  it('drops what a form sends empty, and what is default', () => {
    const query = JourneysQuery.parse({ country: 'england', table: '', period: '', group: '' });
    expect(journeysHref(query)).toBe('/journeys');
    expect(journeysHref({ country: 'demonstration', view: 'map', to: 'XD-TR-kelvarrow' })).toBe(
      '/journeys?country=demonstration&view=map&to=XD-TR-kelvarrow',
    );
  });

  it('gives a region its own view', () => {
    const query = JourneysQuery.parse({ region: 'TR-london' });
    expect(viewOf(query)).toBe('region');
    expect(journeysHref({ ...query, view: 'region' })).toBe('/journeys?region=TR-london');
    expect(viewOf(JourneysQuery.parse({}))).toBe('matrix');
  });

  it('refuses what it doesn’t know', () => {
    expect(JourneysQuery.safeParse({ view: 'pie' }).success).toBe(false);
    expect(JourneysQuery.safeParse({ colour: 'x' }).success).toBe(false);
  });

  it('reads a period with its clock and one characteristic with its value', () => {
    expect(periodChoice('foundation:2016 to 2020')).toEqual({ clock: 'foundation', label: '2016 to 2020' });
    expect(['2016 to 2020', 'entry:', 'birth:1999', undefined].map(periodChoice)).toEqual([null, null, null, null]);
    expect(groupChoice('sex:F')).toEqual({ by: 'sex', value: 'F' });
    expect(['sex', 'height:tall', undefined].map(groupChoice)).toEqual([null, null, null]);
  });

  it('asks for a table and its files as narrowed', () => {
    const query = tableQueryOf({ country: 'demonstration', period: 'entry:2016 to 2020', group: 'quintile:1' });
    expect(query).toEqual({ country: 'demonstration', clock: 'entry', period: '2016 to 2020', quintile: '1' });
    expect(journeyFiles('home_by_school', query).csv).toBe(
      '/api/v1/journeys/home_by_school?country=demonstration&clock=entry&period=2016+to+2020&quintile=1&format=csv',
    );
  });
});
