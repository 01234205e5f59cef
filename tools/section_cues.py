"""What the sentences of each kind of section say: phrases with a weight, looked up word by word.

A weight says how much more often the phrase stands in sections of its kind than elsewhere (3: hardly anywhere else,
2: mostly there, 1: rather there). `^` marks a phrase that opens a line.
"""

from __future__ import annotations

from postwright.model.words import SectionKind

_PHRASES: dict[SectionKind, dict[float, str]] = {
    "company": {
        3: """is a leading|is the leading|is a global|is a fast-growing|is one of the largest|
            is one of the world's|founded in|was founded|headquartered in|is headquartered|our mission is|
            our vision is|we were founded|is a family-owned|established in|a leading provider|
            leading provider of|a global leader|global leader in|the world's leading|the world's largest|
            the world's most|backed by|our investors|fortune 500|fortune 100|publicly traded|offices in|
            our headquarters|is the world's|is a non-profit|is a nonprofit|is a not-for-profit|
            since its founding|we are a leading|we're a leading|our core values|best places to work|
            great place to work|subsidiary of|is a subsidiary|billion in revenue|in annual revenue|
            employees worldwide|is dedicated to providing|serves more than|a division of|is a division|
            years of history|company culture|our story|is a privately|learn more about us|visit our website|
            nhs foundation trust|the trust is|the trust has|our trust|university hospital|our hospital|
            our hospitals|population of|one of the largest|one of the leading|is the largest|is a leader|
            has been a|has become|for over|years ago|series a|series b|series c|our founders|is a member of the|
            market leader|is an award-winning|is revolutionizing|is transforming""",
        2: """^we|^our|^together|^with over|^with more than|our mission|our vision|our values|our company|
            our culture|we believe|customers around the world|around the world|around the globe|worldwide|
            founded|headquartered|is committed to|we are committed to|we're committed to|our purpose|we exist|
            our commitment|our continued|our clients|our platform|our products|our technology|our customers|
            our founder|our people|our employees|our communities|we've built|we have grown|million customers|
            million users|million people|our solutions|our brands|our brand|our network|we serve|we help|
            we build|we provide|we deliver|we operate|is building|is creating|is an international|is a company|
            is a technology|is a platform|is a software|our portfolio|nonprofit|non-profit|startup|start-up|
            we're on a mission|on a mission to|we are passionate|the company|our workforce|we strive|
            people-first|industry leader|countries|the firm|innovation|innovative solutions|world-class|pioneer|
            pioneering|trusted by|acquired|venture|we value|we empower|we are proud|is proud to|
            we are more than|we're more than|organization is|organisation is""",
        1: """since|largest|leading|global|brands|mission|vision|culture|passionate|society|community|communities|
            industry|clients|businesses|world|innovative|innovators|diverse|together|transform|transforming|
            history|locations|we are|we're|we have|growing|company|organization|organisation""",
    },
    "team": {
        3: """our department|our unit|our ward|the ward|bedded|the unit|our service|the service is|
            the directorate|multidisciplinary team|multi disciplinary team|the team is responsible|
            team is responsible for|our team is|our team of|the team consists|team consists of|
            you will be joining a|you'll be joining a|you'll join a team|you will join a team|
            our engineering team|our data team|the team you|our team works|as part of the team|team works with|
            team is a|the team supports|department is responsible|group is responsible|the group is|
            division is responsible|the project is|the program will|project will""",
        2: """join a team|our team|this team|on the team|the team|team builds|teams work|cross-functional team of|
            joining a team|team members are|is a team|team works|team supports|the department|the group|
            our department|the division|the program|the project|team that""",
        0.6: "team|teams|engineers|colleagues",
    },
    "summary": {
        3: """looking to recruit|are recruiting|we are recruiting|opportunity has arisen|opportunity for a|
            opportunity for an|opportunity to join|are looking for a|are looking for an|the post holder|
            the postholder|post holder will|successful applicant will be|fantastic opportunity|the purpose of|
            this post|to join our|join our team|we are looking for|we're looking for|we are looking for a|
            we are looking for an|we're looking for a|we're looking for an|is looking for a|is looking for an|
            is seeking a|is seeking an|we are seeking a|we are seeking an|are currently seeking|
            are currently recruiting|is currently seeking|is currently looking|is currently recruiting|
            is hiring a|is hiring an|we are hiring a|we're hiring a|we are hiring an|is seeking to hire|
            is recruiting a|we have an opportunity|exciting opportunity|we have an exciting|
            great opportunity for|this is an opportunity|this is a great opportunity|this role is responsible|
            this position is responsible|the purpose of this|purpose of the|the role of the|the primary purpose|
            will play a key|will play a critical|will play a pivotal|you'll play a|you will play a|
            this role will|this position will|in this role you|as the newest|as our|we are searching for|
            we're seeking|are you looking for|are you a|are you passionate|are you ready|do you want to|
            reporting to the|reports to the|you will report to|you'll report to|this role reports|
            this position reports|will report to|the ideal candidate will be|is responsible for the|
            responsible for the overall|position is responsible for|unique opportunity|an excellent opportunity|
            invites applications|we're hiring|job summary|position summary|under general supervision|
            under the general|under general direction|under the direction of|under the supervision|
            serves as the|serves as a|will serve as|is in search of|in search of a|this position reports to|
            perform related work|performs related duties""",
        2: """looking for|seeking|this role|this position|the position|the role|this job|the incumbent|join our|
            join us|opportunity to|opportunity for|you will be part|you'll be part|be part of|will join|
            is responsible for|will be responsible for|you will be responsible|you'll be responsible|
            in this position|you will lead|you will work|you'll work|you will help|you'll help|
            you will have the|as a member of|we need a|recruiting|hiring|the successful candidate|
            the chosen candidate|is expected to|^as a|^as an|^as our|^as the|position is|role is|
            responsible for""",
        1: """role|position|opportunity|you will|you'll|candidate|join|responsible|experienced|talented|motivated""",
    },
    "responsibilities": {
        3: """other duties as assigned|duties as assigned|duties as required|duties assigned|other related duties|
            related duties as|perform other|performs other|may be assigned|essential functions of|
            specifications are intended|typical duties|as directed by|duties may include|
            responsibilities include|duties include|you'll be responsible for|job duties|tasks include|
            the following tasks|the following duties""",
        2: """^develop|^design|^manage|^lead|^build|^create|^implement|^maintain|^provide|^ensure|^collaborate|
            ^support|^coordinate|^assist|^conduct|^perform|^participate|^monitor|^prepare|^analyze|^analyse|
            ^identify|^drive|^work with|^work closely|^partner|^own|^deliver|^execute|^oversee|^review|^track|
            ^write|^help|^define|^establish|^evaluate|^respond|^handle|^facilitate|^act as|^serve as|^serve|
            ^contribute|^document|^plan|^organize|^organise|^research|^communicate|^communicates|^produce|
            ^update|^assess|^test|^troubleshoot|^resolve|^deploy|^optimize|^optimise|^mentor|^train|^guide|
            ^advise|^investigate|^process|^operate|^direct|^supervise|^perform a variety|^answer|^greet|
            ^schedule|^compile|^generate|^present|^translate|^improve|^promote|^recommend|^administer|^develops|
            ^designs|^manages|^leads|^builds|^creates|^implements|^maintains|^provides|^ensures|^collaborates|
            ^supports|^coordinates|^assists|^conducts|^performs|^participates|^monitors|^prepares|^analyzes|
            ^identifies|^drives|^works with|^works closely|^oversees|^reviews|^serves|^responds|^plans|
            ^organizes|^assesses|^evaluates|^developing|^designing|^managing|^leading|^building|^creating|
            ^implementing|^maintaining|^providing|^ensuring|^collaborating|^supporting|^coordinating|^assisting|
            ^conducting|^performing|^participating|^monitoring|^preparing|^analyzing|^analysing|^identifying|
            ^driving|^working with|^working closely|^overseeing|^reviewing|^delivering|^planning|^writing|
            ^acting|^contributing|^liaising|^helping|^liaise|^engage|^be responsible|^take ownership|^take care|
            ^keep|^follow|^make|^set up|^run|^report|^receive|^complete|^apply|^use|^utilize|^utilise|
            ^transform|^integrate|^interpret|^recruit|^draft|^edit|^welcome|^clean|^load|^inspect|^install|
            ^repair|^interface|^champion|^architect|^automate|^configure|^design and|^shape|^explore|^extract|
            ^educate|^influence|^negotiate|^negotiates|^attend|^verify|^advises|^directs|^supervises""",
        1: """collaborate with|work with|work closely with|in collaboration with|stakeholders|ensure that|
            and implement|develop and|design and|on a daily basis|as needed|and maintain|and ensure|
            process improvements|recommendations|best practices|duties|responsibilities|identify and|reports|
            dashboards|strategies|monitor|implement|develop|ensure|maintain|manage|coordinate""",
    },
    "requirements": {
        3: """years of experience|years experience|years' experience|year of experience|years of relevant|
            years of professional|years of progressive|bachelor's degree|bachelors degree|bachelor degree|
            master's degree|degree in|high school diploma|or equivalent experience|equivalent experience|
            related field|relevant field|a related field|proficiency in|proficient in|knowledge of|ability to|
            working knowledge|strong understanding|solid understanding|deep understanding|proven experience|
            proven track record|demonstrated ability|demonstrated experience|strong communication|
            excellent communication|communication skills|interpersonal skills|excellent written|
            excellent verbal|written and verbal|verbal and written|oral and written|attention to detail|
            detail oriented|detail-oriented|self-starter|team player|you will have|you will need|
            you will be able|you must be|you need to|you will be a|we expect|must be able to|must have|must be|
            must possess|you must have|driver's license|valid driver's|experience with|experience in|
            experience working|experience using|familiarity with|familiar with|hands-on experience|fluent in|
            fluency in|able to work|must pass|security clearance|is required|are required|will be required to|
            is preferred|is desirable|is a plus|a plus|is an advantage|would be an advantage|preferred but not|
            strongly preferred|highly desirable|time management|organizational skills|organisational skills|
            problem solving|problem-solving skills|analytical skills|writing skills|presentation skills|
            customer service skills|able to lift|lift up to|lifting|willingness to|willing to travel|willing to|
            eligible to work|authorized to work|right to work in|track record of|strong knowledge|
            expert knowledge|in-depth knowledge|excellent knowledge|good knowledge|strong background|
            comfortable with|comfortable working|passion for|microsoft office|ms office|you have experience|
            you have a|you are a|the ideal candidate|ideal candidate will|the successful candidate will have|
            candidates must|applicants must|candidate must|candidates should|candidate should|
            this role requires|the role requires|requires someone who|will require|you should have|you'll need|
            ^knowledge|^ability|^experience|^proficiency|^strong|^excellent|^proven|^demonstrated|^familiarity|
            ^understanding|^minimum|^at least|^bachelor's|^bachelors|^must|^master's|^ms|^bs|^ba|^fluent|
            ^degree|^previous experience|^prior experience|^solid|^deep|^good|^working knowledge|^advanced|
            ^expertise|^proficient|^able|^willingness|^comfortable|^passion|^passionate|^self-motivated|
            ^high school|^hands-on|^track record|^expert|^exceptional|^outstanding|^superior|^effective|^phd|
            ^ph""",
        2: """experience|skills|required|degree|knowledge|proficient|expertise|ability|abilities|qualification|
            qualifications|certification|certified|license|licence|understanding of|computer science|fluent|
            preferred|you have|you should|prerequisite|eligible|comfortable|diploma|sitting|standing|physically|
            vision abilities""",
        1: """you are|you're|^you|minimum|excellent|strong|languages|english|successful|effectively|environment|
            independently|multiple|capable|demonstrated|proven|creative|organized|flexible|motivated|python|
            java|sql|excel|plus|related|equivalent|field|accredited""",
    },
    "preferred": {1.5: "^bonus|^nice to have|^preferred|^ideally", 1: "bonus points"},
    "pay": {
        3: """salary range|base salary|pay range|hourly rate|salary is|annual salary|base pay|the salary|
            compensation range|salary for this|pay for this|range for this|target salary|starting salary|
            per annum|salary will be|pay rate|competitive salary|hourly wage|salary band|rate of pay|
            commensurate with experience|competitive compensation|compensation package|compensation for this|
            hiring range|actual compensation|individual pay|pay is based|actual salary|final salary|
            salary offered|^salary|^compensation|^pay|^wage|^remuneration|on target earnings|annual base|
            locality pay|total compensation|salary schedule""",
        2: """salary|wage|wages|compensation|hourly|remuneration|annually|pay|per year|an hour|a year|per hour|
            usd|depending on experience|equity""",
    },
    "benefits": {
        3: """401k|401 k|paid time off|health insurance|dental insurance|life insurance|vision insurance|
            medical dental|medical dental and|dental and vision|health dental|parental leave|paid holidays|
            vacation days|days holiday|annual leave|tuition reimbursement|tuition assistance|stock options|
            pension scheme|pension|retirement plan|flexible spending|sick leave|sick time|employee discount|
            gym membership|wellness program|benefits include|benefits package|comprehensive benefits|
            competitive benefits|generous benefits|full benefits|health benefits|we offer a|
            we offer competitive|offers a competitive|in return for|free lunch|free lunches|catered|
            bonus scheme|cycle to work|career progression|opportunities for growth|opportunity to grow|
            employee assistance|company-paid|employer-paid|paid parental|maternity|paternity|commuter benefits|
            unlimited pto|pto|perks|relocation assistance|relocation package|
            professional development opportunities|disability insurance|disability coverage|savings account|
            health savings|profit sharing|what we offer|superannuation|time off|free parking|flexible working|
            flexible hours|season ticket|childcare|healthcare plan|private medical|discounts on|discounted""",
        2: """benefits|insurance|medical|dental|holidays|vacation|retirement|bonus|discount|discounts|
            reimbursement|stipend|wellbeing|well-being|wellness|flexible|matching|we offer|
            training opportunities|growth opportunities|learn and grow|career development|career growth|
            work-life balance|work/life balance|snacks|equity|competitive|relocation|rewards|leave""",
        1: "generous|career|professional development",
        0.5: "free|paid|offer|opportunities|events|fun|health|support you",
    },
    "location": {
        3: """located in|is based in|based in our|based at|based out of|will be based|work location|
            remote position|fully remote|100 remote|is remote|work from home|work remotely|on-site at|onsite at|
            in-office|hybrid role|hybrid work|hybrid working|days per week in|days a week in|
            position is located|position is remote|position is based|role is based|commutable distance|
            commuting distance|must reside|must live|can be located|from anywhere|our offices at|in the office|
            ^location|remote work|remote-friendly|relocate to|^remote|^hybrid|^onsite|^on-site|
            willing to relocate|remote eligible""",
        2: "remote|remotely|hybrid|onsite|on-site|relocation|office location|located|reside",
    },
    "schedule": {
        3: """full-time|full time|part-time|part time|hours per week|hours a week|monday through friday|
            monday to friday|monday - friday|mon - fri|weekend|weekends|evenings|night shift|day shift|
            shift work|per diem|fixed term|fixed-term|term position|contract position|month contract|
            temporary position|permanent position|permanent role|is a contract|contract to hire|start date|
            start time|starting date|work schedule|overtime|hour shift|rotating|on-call|shift pattern|8 hour|
            40 hours|probationary period|probation period|working hours|work hours|hours of work|
            flexible schedule|exempt position|non-exempt|temporary|long term|short term|asap|position type|
            job type|employment type|regular full|regular part|^duration|^hours|^shift|^shifts|^schedule|w2|
            outside of normal|business hours|limited term|one year term""",
        2: "shift|shifts|hours|schedule|contract|permanent|temporary|week|weekly|seasonal|per week|days",
    },
    "process": {
        3: """to apply|apply now|apply today|apply online|apply here|apply by|please apply|please submit|
            submit your|submit a|send your|send a resume|send your resume|send your cv|cover letter|resume and|
            your resume|your cv|letter of interest|closing date|application deadline|applications will be|
            applications must|applications received|deadline|open until filled|only shortlisted|
            shortlisted candidates|short-listed|will be contacted|for an interview|interview process|
            interviews will|interviews are|references|hiring process|selection process|recruitment process|
            application process|application materials|complete an application|background check|
            background checks|drug test|drug screen|drug screening|pre-employment|contact us at|
            for more information|for further information|please contact|please visit|please send|click here|
            how to apply|we look forward to|look forward to hearing|recruiter|eligible list|written test|
            examination|examinations|applicants will be|candidates will be|selected candidates|subject line|
            apply directly|via email|by email|e-mail|please email|please note that|applicants should|
            candidates should submit|should submit|pre-employment screen|interested candidates|
            interested applicants|if interested|dbs check|disclosure and barring|disclosure barring|
            informal visit|informal visits|further details|post will be|expected to close|early closing|vetting|
            will be reviewed|reviewed on a rolling|rolling basis|all applications|this job posting|job posting|
            applicants who|apply to|to be considered please|thank you for your interest|ai in our application""",
        2: """apply|application|applications|applying|applicants|interview|interviews|resume|cv|submit|deadline|
            email|contact|recruitment|click|candidates will|portfolio|posting|hear from you|link""",
        1: "please|visit|selected|link below",
    },
    "equal_opportunity": {
        3: """equal opportunity|equal opportunities|equal employment|opportunity employer|affirmative action|
            without regard to|regardless of race|race color|color religion|race religion|sexual orientation|
            gender identity|national origin|protected veteran|veteran status|reasonable accommodation|
            reasonable accommodations|accommodation|accommodations|do not discriminate|does not discriminate|
            not discriminate|discrimination|equal access|e-verify|eeo|eeoc|eoe|protected by law|
            protected characteristic|protected characteristics|diversity and inclusion|diversity equity|
            diverse workforce|inclusive workplace|inclusive environment|people of color|underrepresented|
            fair chance|arrest or conviction|criminal histories|criminal history|privacy policy|privacy notice|
            personal data|marital status|genetic information|individuals with disabilities|
            persons with disabilities|people with disabilities|with disabilities|minorities|visa sponsorship|
            sponsor visas|immigration|not intended to|is not intended|should not be construed|all-inclusive|
            not an exhaustive|exhaustive list|unsolicited resumes|staffing agencies|recruitment agencies|
            third-party|agency fees|protected class|all qualified applicants|qualified applicants|
            diverse backgrounds|all backgrounds|safeguarding|encourage you to apply|encourage applications from|
            encouraged to apply|even if you don't|sponsorship|other duties responsibilities|change at any time|
            with or without notice|smoke-free|drug-free|applicant privacy""",
        2: """discriminate|disability|disabilities|religion|ethnicity|gender|veterans|diversity|inclusion|
            inclusive|belonging|equality|privacy|sponsor|equitable|race|belong|pregnancy|ancestry|citizenship|
            comply|applicable laws|perspectives""",
        1: "diverse|backgrounds|identity|law|laws|federal state|employer",
    },
    "title": {
        3: """job id|requisition id|req id|job code|job title|position title|job number|requisition number|
            posting number|class code|posted|reference number|job reference|ref no|vacancy id|^job title|^title|
            ^department|^division|seniority level|job category|industries""",
    },
    "other": {
        3: """do you have at least|how many years|have you ever|please select|please describe|
            describe your experience|describe your|are you willing|are you able to|are you legally|
            are you authorized|i understand that|please indicate|best describes your|none of the above|
            by continuing|covid-19|vaccinated|vaccination|cookie|cookies|all rights reserved|sign in|log in|
            similar jobs|share this|read more|show more|years required|required question|which of the following|
            please describe your|how many years|are you currently|do you have experience|do you have a|yes no|
            a yes|b no|not specified|this website|free posting|posting service""",
    },
}


def _by_phrase() -> dict[str, tuple[tuple[SectionKind, float], ...]]:
    table: dict[str, tuple[tuple[SectionKind, float], ...]] = {}
    for kind, weights in _PHRASES.items():
        for weight, phrases in weights.items():
            for phrase in phrases.split("|"):
                words = " ".join(phrase.replace("-", " ").replace("/", " ").split())
                table[words] = (*table.get(words, ()), (kind, float(weight)))
    return table


CUES = _by_phrase()
